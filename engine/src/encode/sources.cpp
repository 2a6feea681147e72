#include "encode/sources.h"

#include <algorithm>

namespace aidcheck {

void Sources::cite(const model::Citations& citations) {
  writer_.open_array("cite");
  for (const model::Citation& citation : citations) {
    cited_.push_back(&citation);
    writer_.open_object()
        .string("source", citation.source)
        .string("article", citation.article)
        .close_object();
  }
  writer_.close_array();
}

void Sources::cite(const model::Citations* citations) {
  static const model::Citations kNone;
  cite(citations == nullptr ? kNone : *citations);
}

void Sources::list() { list_if(false); }

void Sources::list_all() { list_if(true); }

void Sources::list_if(bool all) {
  writer_.open_array("sources");
  for (const model::Source& source : pack_.sources) {
    const auto is_cited = [&](const model::Article& article) {
      return all || std::any_of(cited_.begin(), cited_.end(), [&](const model::Citation* cite) {
               return cite->source == source.id && cite->article == article.id;
             });
    };
    if (std::none_of(source.articles.begin(), source.articles.end(), is_cited)) continue;
    writer_.open_object().string("id", source.id).string("number", source.number).text("title", source.title);
    writer_.text("issuer", source.issuer).string("issued", source.issued).string("trust", source.trust);
    writer_.open_array("articles");
    for (const model::Article& article : source.articles) {
      if (!is_cited(article)) continue;
      writer_.open_object()
          .string("id", article.id)
          .text("label", article.label)
          .text("text", article.text)
          .close_object();
    }
    writer_.close_array().close_object();
  }
  writer_.close_array();
}

}  // namespace aidcheck
