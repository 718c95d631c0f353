#pragma once
// quizzes/: every file of questions is a quiz (question_files.h says which kinds there are). What
// it is called says a side file of the same name ("十题.csv", "十题.toml") or a [[quiz]] table in
// pack.toml that names it: id, title, agency. A quiz that neither describes is called as its file.
//
// Columns of a CSV file or workbook: 题型 (单选 | 多选 | 判断), 题目, 选项A … 选项F, 答案 (B, ACD,
// 对), and if wanted 编号 (else derived from the question's words), 解析, 法条
// (《民法典》第一千一百四十二条 or 民法典 1142), 难度 (易 | 中 | 难), 标签 (parted by 、), 说明A …
// 说明F (why this option is right or wrong), 图片 (a PNG, JPEG or WebP in quizzes/) with 图片说明
// (what is to be seen on it), 主题, 机构. Translations stand in columns of their own: 题目@zh-Hant,
// 选项A@en. A true-false question without options has 对 and 错. Private to this folder.

#include "content/author/draft.h"
#include "content/author/laws.h"
#include "content/author/question_maker.h"
#include "content/author/toml_reader.h"

#include <vector>

namespace pufa::author {

struct Quizzes {
    std::vector<model::Question> questions;
    std::vector<model::Quiz> quizzes;
    std::vector<PictureDraft> pictures;
};

[[nodiscard]] Quizzes read_quizzes(Draft& draft, TomlReader& pack, const Laws& laws);

} // namespace pufa::author
