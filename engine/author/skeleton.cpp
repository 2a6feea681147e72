#include "skeleton.h"

#include "json/write.h"

namespace aidcheck {
namespace {

// JSON has no comments, so the texts themselves say what belongs there. Figures are examples.
constexpr std::string_view kSkeleton = R"json({
  "$schema": "../../schema/pack.schema.json",
  "schema": 1,
  "place": $place,
  "name": { "zh-Hans": $zh, "en": $en },
  "version": "draft",
  "in_force": { "from": "2024-01-01" },
  "sources": {
    "policy": {
      "number": "〔待写〕文号，如 锡政办发〔2022〕98号",
      "title": { "zh-Hans": "〔待写〕文件标题", "en": "[to write] title of the document" },
      "issuer": { "zh-Hans": "〔待写〕发布机构", "en": "[to write] who issued it" },
      "issued": "2023-12-01",
      "trust": "T3",
      "articles": {
        "1": {
          "label": {
            "zh-Hans": "〔待写〕条号，如（一）",
            "en": "[to write] number of the article, such as (1)"
          },
          "text": {
            "zh-Hans": "〔待写〕用自己的话说这一条：救助哪些人，要什么条件",
            "en": "[to write] in your own words: who is assisted, and on what conditions"
          }
        },
        "2": {
          "label": {
            "zh-Hans": "〔待写〕条号，如（二）",
            "en": "[to write] number of the article, such as (2)"
          },
          "text": {
            "zh-Hans": "〔待写〕用自己的话说这一条：起付标准、比例、限额；读过官方全文的把 trust 改为 T1，官方网站摘录的改为 T2",
            "en": "[to write] in your own words: deductible, rates and limits. Set trust to T1 once the official text was read in full, T2 for an excerpt on an official site"
          }
        }
      }
    }
  },
  "categories": [
    {
      "id": "extreme_poverty",
      "recognised_by": { "zh-Hans": "〔待写〕由谁认定", "en": "[to write] who recognises it" },
      "cite": "policy#1"
    },
    {
      "id": "subsistence",
      "recognised_by": { "zh-Hans": "〔待写〕由谁认定", "en": "[to write] who recognises it" },
      "note": {
        "zh-Hans": "〔待写〕还有哪些人；按文件的顺序列出全部类别",
        "en": "[to write] who else; list all categories in the document's order"
      },
      "cite": "policy#1"
    }
  ],
  "facts": {
    "registered_here": {
      "of": "person",
      "type": "yes_no",
      "label": { "zh-Hans": "本地户籍", "en": "Household registration here" },
      "question": { "zh-Hans": "您是本地户籍吗？", "en": "Is your household registered here?" },
      "help": { "zh-Hans": "〔待写〕到哪里看", "en": "[to write] where to look it up" }
    }
  },
  "identity_counts": {
    "when": { "registered_here": true, "insurance": ["resident", "employee"] },
    "otherwise": {
      "zh-Hans": "〔待写〕不符合条件时告诉本人的话",
      "en": "[to write] what to tell a person who does not meet the conditions"
    },
    "cite": "policy#1"
  },
  "in_scope": { "of": ["in_scope"], "cite": "policy#2" },
  "pools": {
    "year": {
      "label": { "zh-Hans": "〔待写〕年度救助限额", "en": "[to write] yearly limit" },
      "limit": "10万元",
      "per": "year",
      "cite": "policy#2"
    }
  },
  "layers": [
    { "id": "basic", "label": { "zh-Hans": "基本医保", "en": "Basic medical insurance" }, "sheet": "basic" },
    {
      "id": "civil_servant",
      "label": { "zh-Hans": "公务员医疗补助", "en": "Civil servants' medical subsidy" },
      "sheet": "civil_servant"
    },
    {
      "id": "enterprise",
      "label": { "zh-Hans": "企业补充医疗保险", "en": "Enterprise supplementary insurance" },
      "sheet": "enterprise"
    },
    {
      "id": "serious_illness",
      "label": { "zh-Hans": "大病保险", "en": "Serious-illness insurance" },
      "sheet": "serious_illness"
    },
    {
      "id": "large_amount",
      "label": { "zh-Hans": "职工大额补助", "en": "Employees' large-amount subsidy" },
      "sheet": "large_amount"
    },
    {
      "id": "assistance",
      "label": { "zh-Hans": "医疗救助", "en": "Medical assistance" },
      "cite": "policy#2",
      "except": [
        {
          "id": "no_identity",
          "when": { "category": "none" },
          "text": {
            "zh-Hans": "这次就医没有可用的救助对象身份",
            "en": "No identity counts at this visit"
          },
          "cite": "policy#1"
        }
      ],
      "base": {
        "of": ["scope"],
        "less": ["basic", "civil_servant", "enterprise", "serious_illness", "large_amount"]
      },
      "pays": [
        {
          "when": { "category": "extreme_poverty" },
          "label": { "zh-Hans": "〔待写〕特困人员的救助比例", "en": "[to write] rate for extreme poverty" },
          "rate": "100%"
        },
        {
          "when": { "category": "subsistence" },
          "label": {
            "zh-Hans": "〔待写〕低保对象的救助比例",
            "en": "[to write] rate for subsistence allowance"
          },
          "rate": "70%"
        }
      ],
      "draws_on": "year"
    },
    {
      "id": "other",
      "label": { "zh-Hans": "其他基金", "en": "Other funds" },
      "sheet": "other",
      "pays_for": "anything"
    }
  ],
  "entitlements": [
    {
      "id": "premium",
      "when": { "category": ["extreme_poverty", "subsistence"], "registered_here": true },
      "label": {
        "zh-Hans": "〔待写〕不是钱的待遇，如参保资助",
        "en": "[to write] what is due and no money, such as the premium"
      },
      "text": { "zh-Hans": "〔待写〕对本人怎么说", "en": "[to write] how to tell the person" },
      "cite": "policy#1"
    }
  ],
  "actions": [
    {
      "id": "apply",
      "when": { "category": "none" },
      "label": { "zh-Hans": "〔待写〕本人可以做的事，如申请低保", "en": "[to write] what a person can do, such as applying" },
      "text": { "zh-Hans": "〔待写〕去哪里办、要什么条件", "en": "[to write] where, and on what conditions" },
      "apply_for": ["subsistence"],
      "cite": "policy#1"
    }
  ]
})json";

std::string quoted(std::string_view text) {
  json::Writer writer;
  writer.string(text);
  return writer.take();
}

void fill(std::string& text, std::string_view mark, std::string_view with) {
  text.replace(text.find(mark), mark.size(), quoted(with));
}

}  // namespace

std::string skeleton_pack(std::string_view place, const Text& name) {
  std::string pack(kSkeleton);
  fill(pack, "$place", place);
  fill(pack, "$zh", name.zh);
  fill(pack, "$en", name.en);
  return pack;
}

}  // namespace aidcheck
