public import Rulebook
import Tabular
public import Vocabulary

/// A rule that finds fault with what was billed: its SQL and its words, in one reviewed file.
public struct ChallengeRule: Sendable, Hashable {
    /// `CC05`.
    public var id: String { words.rule }
    public let words: ChallengeWords
    /// Which of the questions that an invoice must pass it asks: `was it paid already`.
    public let asks: String
    /// What of a row's money is at stake, in words.
    public let amount: String
    /// How what was found in a row is said: `Responsible: ?`, or with `£?` of pence; nil where its SQL gives none.
    let detail: String?
    /// A row's money counts under the rule that comes first; lowest first.
    public let order: Int
    /// True where it judges sums over rows, and points at the row of the table of reference that is broken.
    public let isOfSums: Bool
    public let owner: String
    public let reviewBy: Day
    /// Tables of reference without which it cannot be asked.
    public let needs: [String]
    /// Tables of reference that it looks at where they were taken in, and does without.
    public let consults: [String]
    /// The rule of the Rulebook for each value that its SQL asks for.
    public let parameters: [String: String]
    let text: QueryText

    init(_ bytes: [UInt8], named name: String) throws(Refusal) {
        let text = try QueryText(bytes, named: name)
        func required(_ key: String) throws(Refusal) -> String {
            guard let value = text[key], !value.isEmpty else { throw QueryText.refusal(name, "says no \(key)") }
            return value
        }
        guard let order = FixedPoint.whole(try required("order")), let reviewBy = Day(try required("reviewBy")) else {
            throw QueryText.refusal(name, "has an order or a day that cannot be read")
        }
        let (verified, scope) = (try required("verified"), try required("scope"))
        guard ["yes", "no"].contains(verified), ["row", "sum"].contains(scope) else {
            throw QueryText.refusal(name, "is verified neither yes nor no, or of neither row nor sum")
        }
        words = ChallengeWords(
            rule: try required("id"), title: try required("title"), letter: try required("letter"),
            source: try required("source"), isVerified: verified == "yes")
        detail = text["detail"]
        (asks, amount, owner) = (try required("asks"), try required("amount"), try required("owner"))
        (self.order, self.reviewBy, isOfSums) = (order, reviewBy, scope == "sum")
        (needs, consults) = (text.list("needs"), text.list("consults"))
        parameters = try text.parameters(named: name)
        self.text = text
    }

    /// What to ask an engine that has the views: rows of `source`, `sourceRow`, `provider`, `financialMonth`,
    /// `pointOfDelivery`, `relatedRow`, `amountPence`, whole pence and never below nought, `detail`, for `said(_:)`, and
    /// `record`, by which the provider's own system knows what was billed, also in another file.
    ///
    /// - Throws: `Refusal`, code `no-rule`, where the Rulebook has no value for the day.
    public func sql(rules: Rulebook, on day: Day, quote: (String) -> String) throws(Refusal) -> String {
        let body = try text.sql(parameters: parameters, rules: rules, on: day, quote: quote)
        return """
            SELECT record, source, sourceRow, provider, CAST(financialMonth AS INT) AS financialMonth, pointOfDelivery, relatedRow,
                GREATEST(0, CAST(ROUND(amount * 100, 0) AS BIGINT)) AS amountPence,
                \(detail == nil ? "CAST(NULL AS STRING) AS detail" : "detail")
            FROM (\(body)) found
            """
    }

    /// What an engine found in a row, in words.
    ///
    /// - Parameter found: as its SQL gives it; of `£?` whole pence.
    public func said(_ found: String) -> String {
        guard let detail, let place = detail.firstIndex(of: "?") else { return found }
        let (before, after) = (detail[..<place], detail[detail.index(after: place)...])
        guard before.last == "£", let pence = FixedPoint.whole(found) else { return before + found + after }
        return before.dropLast() + Money(pence: pence).description + after
    }

    /// The rules that come with Remit: `Definitions/CC01.sql` and on, in the order in which money counts.
    public static let shipped: [ChallengeRule] = {
        do throws(Refusal) {
            var rules: [ChallengeRule] = []
            for (name, bytes) in ShippedQueries.rules { rules.append(try ChallengeRule(bytes, named: name)) }
            return rules.sorted { $0.order < $1.order }
        } catch {
            preconditionFailure(error.description)
        }
    }()
}

/// A view that rules share: made before them, in this order.
public struct ChallengeView: Sendable, Hashable {
    public let name: String
    /// True where its rows are few, hard to find and asked for more than once: an engine keeps them.
    public let isKept: Bool
    let parameters: [String: String]
    let text: QueryText

    init(_ bytes: [UInt8], named name: String) throws(Refusal) {
        let text = try QueryText(bytes, named: name)
        guard let view = text["view"] else { throw QueryText.refusal(name, "names no view") }
        (self.name, isKept, self.text) = (view, text["keep"] == "yes", text)
        parameters = try text.parameters(named: name)
    }

    public func sql(rules: Rulebook, on day: Day, quote: (String) -> String) throws(Refusal) -> String {
        try text.sql(parameters: parameters, rules: rules, on: day, quote: quote)
    }

    /// Those that come with Remit.
    public static let shipped: [ChallengeView] = {
        do throws(Refusal) {
            var views: [ChallengeView] = []
            for (name, bytes) in ShippedQueries.views { views.append(try ChallengeView(bytes, named: name)) }
            return views
        } catch {
            preconditionFailure(error.description)
        }
    }()
}
