#include "tests/shots/shots.h"

int main(int argc, char** argv) {
    return pufa::shots::run({argv + 1, argv + argc});
}
