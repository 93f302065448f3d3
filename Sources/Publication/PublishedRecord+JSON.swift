import Priorities
import Store
package import Vocabulary

extension PublishedRecord {
    /// Where it stands in the folder.
    package static let path = "record.json"
    static let format = "remit decision record"
    static let formatVersion = 1

    /// What `record.json` holds: all but the bytes of rules and template, which it names by path and digest.
    package var json: JSONValue {
        .object([
            .init("format", .text(PublishedRecord.format)),
            .init("formatVersion", .integer(PublishedRecord.formatVersion)),
            .init("remitVersion", .text(version)),
            .init("holder", .text(holder)), .init("isInvented", .flag(isInvented)),
            .init(
                "rules",
                .list(
                    rules.map { rule in
                        .object([
                            .init("name", .text(rule.key)), .init("path", .text(rule.path)),
                            .init("digest", .text(rule.digest.description)),
                        ])
                    })),
            .init("template", template.map { .text($0.path) } ?? .null),
            .init("sources", .list(sources.map(\.json))),
            .init("result", JSONValue(encoding: result)),
            .init("earlierResults", .list(earlierResults.map { JSONValue(encoding: $0) })),
            .init("journal", journal.json),
        ])
    }

    /// `record.json`, for people to read and for programs; the same record gives the same bytes.
    package var bytes: [UInt8] { Array("\(json.pretty)\n".utf8) }

    /// Reads a record.
    ///
    /// - Parameters:
    ///   - bytes: of `record.json`.
    ///   - file: the bytes at a path of the folder; throws where there are none.
    /// - Throws: a `Refusal` of kind `input` that names the place at fault, or what `file` throws.
    package init(bytes: [UInt8], file: (String) throws(Refusal) -> [UInt8]) throws(Refusal) {
        let name = PublishedRecord.path
        let json = try JSONValue(parsing: bytes, named: name)
        guard json["format"] == .text(PublishedRecord.format) else {
            throw Refusal(.input, code: "record-format", "\(name) is not a decision record of Remit.")
        }
        guard json["formatVersion"] == .integer(PublishedRecord.formatVersion) else {
            throw Refusal(
                .input, code: "record-version", "\(name) has a form that this version of Remit does not know.",
                remedy: "Check it with the version that made it.")
        }
        guard case .text(let version)? = json["remitVersion"], case .text(let holder)? = json["holder"],
            case .flag(let isInvented)? = json["isInvented"], let result = json["result"],
            case .list(let earlier)? = json["earlierResults"], case .list(let sources)? = json["sources"],
            let journal = json["journal"], let template = json["template"]
        else {
            throw Refusal(.input, code: "record-incomplete", "\(name) lacks a part that every record has.")
        }
        self.version = version
        self.holder = holder
        self.isInvented = isInvented
        self.journal = try JournalExtract(json: journal, named: name)
        self.result = try result.decoded(as: RoundResult.self, named: name)
        earlierResults = []
        for one in earlier { earlierResults.append(try one.decoded(as: RoundResult.self, named: name)) }
        self.sources = []
        for source in sources { self.sources.append(try Source(json: source, named: name)) }
        rules = []
        for named in try PublishedRecord.rulesNamed(in: self.journal) {
            let path = RuleFile.path(key: named.key, digest: named.digest)
            rules.append(RuleFile(key: named.key, digest: named.digest, bytes: try file(path)))
        }
        switch template {
        case .null: self.template = nil
        case .text(PaperFile.templatePath):
            self.template = PublishedFile(path: PaperFile.templatePath, bytes: try file(PaperFile.templatePath))
        default:
            throw Refusal(
                .input, code: "record-template", "\(name) names a template that is not \(PaperFile.templatePath).")
        }
    }
}

extension Source {
    fileprivate var json: JSONValue {
        .object([
            .init("digest", .text(digest.description)), .init("name", .text(name)),
            .init("publisher", .text(publisher)), .init("licence", .text(licence)), .init("size", .integer(size)),
        ])
    }

    fileprivate init(json: JSONValue, named name: String) throws(Refusal) {
        guard case .text(let digest)? = json["digest"], let digest = EvidenceID(digest),
            case .text(let title)? = json["name"], case .text(let publisher)? = json["publisher"],
            case .text(let licence)? = json["licence"], case .integer(let size)? = json["size"]
        else {
            throw Refusal(.input, code: "record-incomplete", "A source in \(name) is not described whole.")
        }
        self.init(digest: digest, name: title, publisher: publisher, licence: licence, size: size)
    }
}
