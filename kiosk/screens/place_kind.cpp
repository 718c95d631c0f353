#include "kiosk/screens/place_kind.h"

namespace pufa::screens {

KindLook kind_look(model::PlaceKind kind) {
    namespace icons = ui::icons;
    using model::PlaceKind;
    switch (kind) {
    case PlaceKind::mediation:
        return {Color::palm, icons::handshake};
    case PlaceKind::justice_office:
        return {Color::river, icons::gavel};
    case PlaceKind::service_station:
        return {Color::river, icons::help};
    case PlaceKind::legal_aid:
        return {Color::peel, icons::hand_heart};
    case PlaceKind::notary:
        return {Color::peel, icons::stamp};
    case PlaceKind::arbitration:
        return {Color::river_dark, icons::scales};
    case PlaceKind::overseas_mediation:
        return {Color::palm, icons::globe};
    case PlaceKind::legislative_contact:
        return {Color::river_dark, icons::vote};
    case PlaceKind::legal_site:
        return {Color::river_dark, icons::pillars};
    }
    return {Color::river_dark, icons::help};
}

} // namespace pufa::screens
