#include "kiosk/app/run.h"

int main(int argc, char** argv) {
    return pufa::app::run({argv + 1, argv + argc});
}
