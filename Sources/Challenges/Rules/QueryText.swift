import Rulebook
import Tabular
import Vocabulary

/// A reviewed piece of SQL with a head of words: what both rules and the views that they share are written in.
///
/// ```sql
/// -- id: CC17
/// -- title: Not a contracted service
/// -- letter:
/// --   The treatment function is not among the services …
/// SELECT …
/// ```
///
/// A line `-- key: value` is one of the head; a line of the head that begins with more blanks goes on with the one
/// before. `:name` in the SQL stands for the rule of the Rulebook that a line `-- uses: name = rule.id` names.
public struct QueryText: Sendable, Hashable {
    /// In the order of the file; `uses` may come more than once.
    let head: [(key: String, value: String)]
    let body: String

    public static func == (left: QueryText, right: QueryText) -> Bool {
        left.body == right.body && left.head.elementsEqual(right.head) { $0 == $1 }
    }

    public func hash(into hasher: inout Hasher) { hasher.combine(body) }

    /// - Throws: `Refusal`, code `bad-definitions`: a line of the head without a key, or nothing after it.
    init(_ bytes: [UInt8], named name: String) throws(Refusal) {
        var head: [(key: String, value: String)] = []
        var body: [String] = []
        for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false) {
            guard body.isEmpty, line.hasPrefix("--") else {
                body.append(String(line))
                continue
            }
            let words = line.dropFirst(2)
            if words.hasPrefix("   "), let last = head.indices.last {
                let more = TrimmedText.trim(words)
                head[last].value += head[last].value.isEmpty ? more : " \(more)"
            } else if let colon = words.firstIndex(of: ":") {
                head.append((TrimmedText.trim(words[..<colon]), TrimmedText.trim(words[words.index(after: colon)...])))
            } else {
                throw QueryText.refusal(name, "has a line without a key in its head: \(line)")
            }
        }
        self.head = head
        self.body = TrimmedText.trim(body.joined(separator: "\n"))
        guard !self.body.isEmpty else { throw QueryText.refusal(name, "has no SQL") }
    }

    subscript(key: String) -> String? { head.first { $0.key == key }?.value }

    /// The words of a line that lists things: `-- needs: price, provider`.
    func list(_ key: String) -> [String] {
        (self[key] ?? "").split(separator: ",").map { TrimmedText.trim($0) }
    }

    /// The name of each value that the SQL asks for, and the rule that gives it.
    func parameters(named name: String) throws(Refusal) -> [String: String] {
        var parameters: [String: String] = [:]
        for line in head where line.key == "uses" {
            let parts = line.value.split(separator: "=").map { TrimmedText.trim($0) }
            guard parts.count == 2, parameters.updateValue(parts[1], forKey: parts[0]) == nil else {
                throw QueryText.refusal(name, "has a line of uses that cannot be read: \(line.value)")
            }
        }
        return parameters
    }

    /// The SQL with the values of the day in it.
    ///
    /// - Parameters:
    ///   - parameters: as `parameters(named:)` gives them.
    ///   - quote: makes a text of the engine's SQL of a text.
    /// - Throws: `Refusal`: `no-rule` where none is in force, `bad-definitions` for a value that no line names.
    func sql(
        parameters: [String: String], rules: Rulebook, on day: Day, quote: (String) -> String
    ) throws(Refusal) -> String {
        var out: [UInt8] = []
        let bytes = Array(body.utf8)
        var place = 0
        while place < bytes.count {
            let byte = bytes[place]
            guard byte == UInt8(ascii: ":"), place + 1 < bytes.count, QueryText.isLetter(bytes[place + 1]) else {
                out.append(byte)
                place += 1
                continue
            }
            var end = place + 1
            while end < bytes.count, QueryText.isLetter(bytes[end]) || QueryText.isDigit(bytes[end]) { end += 1 }
            let name = String(decoding: bytes[(place + 1)..<end], as: UTF8.self)
            guard let id = parameters[name] else { throw QueryText.refusal(name, "is named by no line of uses") }
            out += Array(QueryText.literal(try rules.rule(id, on: day).value, quote: quote).utf8)
            place = end
        }
        return String(decoding: out, as: UTF8.self)
    }

    private static func literal(_ value: RuleValue, quote: (String) -> String) -> String {
        switch value {
        case .text(let text):
            text.split(separator: ";").map { quote(TrimmedText.trim($0)) }.joined(separator: ", ")
        case .count(let number), .days(let number), .months(let number), .years(let number): "\(number)"
        case .units(let units): "\(units)"
        case .money(let money): "\(money.pence)"
        case .share, .dayInYear, .flag:
            preconditionFailure("no rule of challenges is a share, a day in the year or a flag")
        }
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (65...90).contains(byte) || (97...122).contains(byte) }

    private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }

    static func refusal(_ name: String, _ what: String) -> Refusal {
        Refusal(.input, code: "bad-definitions", "\(name) \(what).")
    }
}
