#pragma once
// What an author should hear about a pack as a whole, once all of it has been read: what is missing
// in a language, cannot be drawn, has ended, rests on law that has changed. Warnings only. Pure:
// functions of the manifest and of what is handed over. Private to this folder.

#include "content/author/finding.h"
#include "content/author/glyphs.h"
#include "content/law/changes.h"
#include "content/pack/pack.h"

#include <map>
#include <vector>

namespace pufa::author {

/// Where each item stands in the folder.
using ItemPlaces = std::map<model::ItemId, Place>;

/// MISSING_IN_LANGUAGE: one for each item that has words in simplified Chinese but not in another
/// language of the pack. A film's captions count as words.
void review_languages(const pack::Manifest& manifest, const ItemPlaces& places, Findings& findings);

/// CANNOT_BE_DRAWN: one for each item, naming the characters; NO_FONTS if nothing is known of any.
/// Captions are read from `sources`.
void review_characters(const pack::Manifest& manifest,
                       const std::vector<pack::MemberSource>& sources, const ItemPlaces& places,
                       const Glyphs& glyphs, Findings& findings);

/// ARTICLE_CHANGED: one for each item and article.
void review_laws(const pack::Manifest& manifest, const ItemPlaces& places,
                 const law::Changes& changes, Findings& findings);

/// VALID_UNTIL_PAST: one for each item that has ended by `now`.
void review_validity(const pack::Manifest& manifest, const ItemPlaces& places, WallTime now,
                     Findings& findings);

} // namespace pufa::author
