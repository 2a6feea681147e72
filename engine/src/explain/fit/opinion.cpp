#include "explain/fit/fit.h"

namespace aidcheck {

void supervision_opinion(model::Source& made) {
  made.id = kOpinion;
  made.number = "国办发〔2020〕20号";
  made.title = {"关于推进医疗保障基金监管制度体系改革的指导意见（新华社摘要）",
                "Guiding opinions on supervising the medical-security fund (Xinhua's summary)"};
  made.issuer = {"国务院办公厅", "General Office of the State Council"};
  made.issued = "2020-08-11";  // the reposted page
  made.trust = "T3";
  model::Article& article = made.articles.emplace_back();
  article.id = kOpinionArticle;
  article.label = {"摘要", "Summary"};
  article.text = {"健全举报奖励和社会监督制度。",
                  "Reporting with rewards, and supervision by the public, are to be improved."};
}

}  // namespace aidcheck
