#include "encode/sources.h"

#include <algorithm>

namespace aidcheck {

void Sources::cite(const model::Citations& citations) {
  writer_.key("cite").open_array();
  for (const model::Citation& citation : citations) {
    cited_.insert({citation.source, citation.article});
    writer_.open_object().key("source").string(citation.source).key("article").string(citation.article).close_object();
  }
  writer_.close_array();
}

void Sources::list() { list_if(false); }

void Sources::list_all() { list_if(true); }

void Sources::list_if(bool all) {
  writer_.key("sources").open_array();
  for (const model::Source& source : pack_.sources) {
    const auto is_cited = [&](const model::Article& article) { return all || cited_.count({source.id, article.id}) > 0; };
    if (std::none_of(source.articles.begin(), source.articles.end(), is_cited)) continue;
    writer_.open_object().key("id").string(source.id).key("number").string(source.number).key("title").text(source.title);
    writer_.key("issuer").text(source.issuer).key("issued").string(source.issued).key("trust").string(source.trust);
    writer_.key("articles").open_array();
    for (const model::Article& article : source.articles) {
      if (!is_cited(article)) continue;
      writer_.open_object().key("id").string(article.id).key("label").text(article.label).key("text").text(article.text).close_object();
    }
    writer_.close_array().close_object();
  }
  writer_.close_array();
}

}  // namespace aidcheck
