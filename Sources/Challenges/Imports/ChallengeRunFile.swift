public import Vocabulary

/// What a run of the rules raised, as JSON: `words` (of each rule: `rule`, `title`, `letter`, `source`, `verified`) and
/// `challenges` (of each row: `rule`, `source`, `row`, `relatedRow`, `provider`, `year`, `month`, `amountPence`,
/// `atRiskPence`, `countedPence`, `dataOnly`, `detail` and `record` where there is one). Other keys are the run's own and are passed over.
public enum ChallengeRunFile {
    /// - Parameters:
    ///   - json: `row` as in the file that was sent, its header row 1; `source` the file's digest; `year` `2025/26`.
    ///   - digest: of the bytes.
    ///   - name: of the file, for refusals.
    /// - Throws: `Refusal` of kind `input`, `bad-run`, naming the first place at fault.
    public static func read(_ json: JSONValue, digest: EvidenceID, named name: String) throws(Refusal) -> ChallengeRun {
        guard let listed = json["challenges"]?.items else { throw fault(name, "it has no list “challenges”") }
        var words: [ChallengeWords] = []
        for (place, one) in (json["words"]?.items ?? []).enumerated() {
            guard let rule = one["rule"]?.words, let title = one["title"]?.words, !rule.isEmpty else {
                throw fault(name, "words[\(place)] has no “rule” or “title”")
            }
            let isVerified: Bool = if case .flag(true)? = one["verified"] { true } else { false }
            words.append(
                ChallengeWords(
                    rule: rule, title: title, letter: one["letter"]?.words ?? "", source: one["source"]?.words ?? "",
                    isVerified: isVerified))
        }
        if let again = twice(words.map(\.rule)) { throw fault(name, "words has \(again) twice") }
        var challenges: [RaisedChallenge] = []
        challenges.reserveCapacity(listed.count)
        for (place, one) in listed.enumerated() {
            challenges.append(try challenge(one, "challenges[\(place)]", name))
        }
        return ChallengeRun(digest: digest, words: words, challenges: challenges)
    }

    private static func challenge(
        _ json: JSONValue, _ place: String, _ name: String
    ) throws(Refusal) -> RaisedChallenge {
        func text(_ key: String) throws(Refusal) -> String {
            guard let text = json[key]?.words, !text.isEmpty else { throw fault(name, "\(place).\(key) is no text") }
            return text
        }
        func whole(_ key: String) throws(Refusal) -> Int {
            guard let number = json[key]?.whole else { throw fault(name, "\(place).\(key) is no whole number") }
            return number
        }
        let rule = try text("rule")
        guard let source = EvidenceID(try text("source")) else {
            throw fault(name, "\(place).source is no digest of 64 hexadecimal digits")
        }
        guard let year = FinancialYear(try text("year")) else {
            throw fault(name, "\(place).year is no financial year such as 2025/26")
        }
        let month = try whole("month")
        guard (1...12).contains(month) else { throw fault(name, "\(place).month is not 1 to 12") }
        guard case .flag(let isDataOnly)? = json["dataOnly"] else {
            throw fault(name, "\(place).dataOnly is neither true nor false")
        }
        return RaisedChallenge(
            rule: rule, source: source, row: try whole("row"), relatedRow: json["relatedRow"]?.whole,
            provider: try text("provider"), year: year, month: month, amount: Money(pence: try whole("amountPence")),
            atRisk: Money(pence: try whole("atRiskPence")), counted: Money(pence: try whole("countedPence")),
            isDataOnly: isDataOnly, detail: json["detail"]?.words, record: json["record"]?.words)
    }

    private static func fault(_ name: String, _ words: String) -> Refusal {
        Refusal(
            .input, code: "bad-run", "\(name) is not what a run of the rules writes: \(words).",
            remedy: "Write it with: remit activity challenge --run FILE")
    }
}

extension ChallengeRun {
    /// As `ChallengeRunFile` reads it, but for the digest.
    public var json: JSONValue { ChallengeRun.json(words: words, challenges: challenges) }

    /// The same before there is a digest.
    public static func json(words: [ChallengeWords], challenges: [RaisedChallenge]) -> JSONValue {
        [
            "words": .list(
                words.map { word in
                    [
                        "rule": .text(word.rule), "title": .text(word.title), "letter": .text(word.letter),
                        "source": .text(word.source), "verified": .flag(word.isVerified),
                    ]
                }),
            "challenges": .list(
                challenges.map { one in
                    [
                        "rule": .text(one.rule), "source": .text(one.source.description), "row": .integer(one.row),
                        "relatedRow": .optional(one.relatedRow, JSONValue.integer), "provider": .text(one.provider),
                        "year": .text(one.year.description), "month": .integer(one.month),
                        "amountPence": .money(one.amount), "atRiskPence": .money(one.atRisk),
                        "countedPence": .money(one.counted), "dataOnly": .flag(one.isDataOnly),
                        "detail": .optional(one.detail, JSONValue.text),
                        "record": .optional(one.record, JSONValue.text),
                    ]
                }),
        ]
    }
}
