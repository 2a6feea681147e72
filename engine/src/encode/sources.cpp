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

bool Sources::cites(const model::Source& source, const model::Article& article) const {
  return all_ || std::any_of(cited_.begin(), cited_.end(), [&](const model::Citation* cite) {
           return cite->source == source.id && cite->article == article.id;
         });
}

namespace {

const model::Source* same_document(const model::Pack& pack, const model::Source& source) {
  for (const model::Source& each : pack.sources) {
    if (each.id == source.id && each.number == source.number) return &each;
  }
  return nullptr;
}

bool has_article(const std::vector<const model::Article*>& articles, std::string_view id) {
  return std::any_of(articles.begin(), articles.end(),
                     [&](const model::Article* article) { return article->id == id; });
}

void write_source(json::Writer& writer, const model::Source& source,
                  const std::vector<const model::Article*>& articles) {
  writer.open_object().string("id", source.id).string("number", source.number).text("title", source.title);
  writer.text("issuer", source.issuer).string("issued", source.issued).string("trust", source.trust);
  writer.open_array("articles");
  for (const model::Article* article : articles) {
    writer.open_object()
        .string("id", article->id)
        .text("label", article->label)
        .text("text", article->text)
        .close_object();
  }
  writer.close_array().close_object();
}

}  // namespace

void Sources::list(const std::vector<const Sources*>& versions, json::Writer& writer) {
  writer.open_array("sources");
  for (std::size_t i = 0; i < versions.size(); ++i) {
    for (const model::Source& source : versions[i]->pack_.sources) {
      std::vector<const model::Article*> articles;
      bool listed = false;
      for (std::size_t j = 0; j < versions.size() && !listed; ++j) {
        const model::Source* same = same_document(versions[j]->pack_, source);
        listed = same != nullptr && j < i;
        if (same == nullptr || listed) continue;
        for (const model::Article& article : same->articles) {
          if (versions[j]->cites(source, article) && !has_article(articles, article.id))
            articles.push_back(&article);
        }
      }
      if (!listed && !articles.empty()) write_source(writer, source, articles);
    }
  }
  writer.close_array();
}

}  // namespace aidcheck
