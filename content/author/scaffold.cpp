#include "content/author/scaffold.h"

#include "content/author/words.h"
#include "content/author/xlsx_template.h"
#include "content/base/file.h"

#include <fmt/format.h>

namespace pufa::author {

namespace {

// The words are for authors, who read Chinese.
constexpr std::string_view k_pack_toml = R"~(# 普法亭内容包的说明。以 # 开头的是注释。

id = "@ID@"            # 单位/内容包，只用小写字母、数字和连字符；定下后不要再改
sequence = 1                       # 每发布一版加 1
created = @CREATED@ # 制作时间；内容不变时不要改，制作出来的文件就一模一样
languages = ["zh-Hans"]            # 可加 "zh-Hant"、"en"
agencies = ["本单位"]              # 谁负责这些内容；写多个时，每项内容要注明 agency
# audience = ["青少年"]            # 给谁看：青少年、老年人、妇女等；不写就是不限，单项内容可以另写
# demo = true                      # 示例内容，屏幕上会注明
# not_before = 2026-12-01          # 从哪天起可用
# not_after = 2027-12-31           # 到哪天为止
# sites = ["pengjiang-*"]          # 只给这些机器（kiosk.toml 的 site）；* 代表其余部分，不写就给所有机器

[title]
zh-Hans = "请写内容包的名称"
# zh-Hant = ""
# en = ""

[laws]
checked = 2025-04-19               # 最近一次由人逐条核对 laws.csv 的日期
)~";

constexpr std::string_view k_campaigns =
    R"~(# 每年的普法时间节点。日期写成 月-日，首尾两天都算在内；day 是当天。
# items 写本内容包里视频、题目或题组的编号。

# [[campaign]]
# id = "constitution-week"
# from = "12-01"
# to = "12-07"
# day = "12-04"
# items = ["sample-quiz"]
# title = { zh-Hans = "12·4 国家宪法日" }
)~";

constexpr std::string_view k_videos = R"~(视频放在这里。每个视频配几个同名文件，例如：

  邻里漏水.mp4     视频（MP4、MOV、MKV、WebM、MPG、TS）
  邻里漏水.png     封面图（PNG、JPEG 或 WebP，816×460 像素最好）
  邻里漏水.zh-Hans.vtt   字幕（VTT 或 SRT），可以没有；译文写成 邻里漏水.en.vtt 等
  邻里漏水.toml    说明，写法如下：

id = "leak"                 # 编号：小写字母、数字和连字符；定下后不要再改
title = "楼上漏水怎么办"
ai_generated = false        # 是否由 AI 生成；写 true 时必须有下面两行
# reviewed_by = "张三"
# reviewed_on = 2026-11-20
# summary = "一句话介绍"
# series = "法治大讲堂"
# speaker = "主讲人"
# topics = ["相邻关系"]
# audience = ["村民", "社区居民"]   # 给谁看；不写就同 pack.toml

# [[chapter]]
# at = "0:30"
# title = "先商量"
)~";

constexpr std::string_view k_articles = R"~(文章放在这里，不需要就删去。每篇配两个同名文件，例如：

  调解五步.md      正文（Markdown：标题、列表、引文、加粗、两列的表格）
  调解五步.toml    说明，写法如下：
  调解五步.en.md   译文，可以没有；繁体中文写成 调解五步.zh-Hant.md

id = "steps"                # 编号：小写字母、数字和连字符；定下后不要再改
title = "人民调解怎么走"
# note = "一句话介绍"
# topics = ["人民调解"]
# audience = ["村民"]         # 给谁看；不写就同 pack.toml
# law = "《人民调解法》第四条"   # 依据的法条，laws.csv 里要有
)~";

constexpr std::string_view k_places =
    R"~(可以办事的地点放在这里，不需要就删去。每份表配两个同名文件，例如：

  蓬江区.csv     每行一个地点；第一行写列名：
                 编号,名称,名称@en,类别,镇街,位置,经度,纬度,电话,开放时间,语言,无障碍,涉侨,纠纷,要带
  蓬江区.toml    说明，写法如下：

datum = "WGS-84"            # 坐标系：WGS-84（卫星定位）、GCJ-02（高德、腾讯）、BD-09（百度）
# agency = "本单位"

类别写人民调解委员会、司法所、公共法律服务站、法律援助、公证、仲裁、涉侨调解室、立法联系点或法治阵地。
镇街写九位代码，或 maps 文件夹的地图里有的名称。没有坐标的地点，经度和纬度都留空，仍在列表里。
开放时间写成 Mo-Fr 08:30-12:00,14:30-17:30; PH off。语言、纠纷、要带有几项时用分号隔开。
纠纷和要带写 finder.toml 里的编号，写法见示例 assets/demo/places。地点也可以是同名的 .geojson。
)~";

constexpr std::string_view k_quiz_toml = R"~(id = "sample-quiz"
title = "示例题组"
)~";

constexpr std::string_view k_template_toml =
    R"~(# 题目模板.xlsx 也是一个题组：填好以后把两个文件改成同一个名字。
id = "sample-sheet"
title = "示例题组（表格）"
)~";

constexpr std::string_view k_quiz_csv =
    "编号,题型,题目,选项A,选项B,选项C,选项D,答案,解析,说明A,说明B,说明C,说明D,法条,主题\r\n"
    "sample-1,判断,人民调解委员会调解民间纠纷，收费吗？,收费,不收费,,,B,"
    "人民调解委员会调解民间纠纷，不收取任何费用。,条文写的是“不收取任何费用”。,对，不收取任何费用。"
    ",,,《人民调解法》第四条,人民调解\r\n";

constexpr std::string_view k_laws_csv = "law,full_name,article,article_zh,in_force,text\r\n"
                                        "人民调解法,中华人民共和国人民调解法,4,第四条,2011-01-01,"
                                        "人民调解委员会调解民间纠纷，不收取任何费用。\r\n";

/// Spreadsheet programs take a CSV for the system's charset unless it begins so.
constexpr std::string_view k_bom = "\xEF\xBB\xBF";

std::string china_time(WallTime when) {
    const auto local = base::to_local(when);
    return fmt::format("{}T{:02}:{:02}:{:02}+08:00", base::to_string(local.date), local.hour,
                       local.minute, local.second);
}

} // namespace

Result<void> make_folder(const std::filesystem::path& folder, const model::PackId& id,
                         WallTime now) {
    std::error_code error;
    if (std::filesystem::exists(folder, error) && !std::filesystem::is_empty(folder, error))
        return Error{Code::ALREADY_EXISTS, folder.string(), "not an empty folder"};
    PUFA_TRY(const auto workbook, question_template());
    const auto pack_toml =
        replaced(replaced(k_pack_toml, "@ID@", id.value), "@CREATED@", china_time(now));
    const std::pair<const char*, std::string> files[] = {
        {"pack.toml", pack_toml},
        {"campaigns.toml", std::string{k_campaigns}},
        {"laws.csv", std::string{k_bom} + std::string{k_laws_csv}},
        {"videos/README.txt", std::string{k_videos}},
        {"articles/README.txt", std::string{k_articles}},
        {"places/README.txt", std::string{k_places}},
        {"quizzes/sample.toml", std::string{k_quiz_toml}},
        {"quizzes/sample.csv", std::string{k_bom} + std::string{k_quiz_csv}},
        {"quizzes/题目模板.toml", std::string{k_template_toml}},
        {"quizzes/题目模板.xlsx", workbook},
    };
    for (const auto& [name, text] : files) {
        const auto file = folder / name;
        PUFA_CHECK(base::make_folders(file.parent_path()));
        PUFA_CHECK(base::write_file_atomic(file, text));
    }
    return {};
}

} // namespace pufa::author
