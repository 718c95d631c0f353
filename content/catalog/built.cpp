#include "content/catalog/built.h"

#include "content/pack/clock_floor.h"

namespace pufa::catalog {

WallTime built() {
    return pack::build_time();
}

} // namespace pufa::catalog
