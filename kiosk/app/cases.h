#pragma once
// One handler for each kind of a variant, as std::visit takes them.

namespace pufa::app {

template <class... Handlers>
struct Cases : Handlers... {
    using Handlers::operator()...;
};
template <class... Handlers>
Cases(Handlers...) -> Cases<Handlers...>;

} // namespace pufa::app
