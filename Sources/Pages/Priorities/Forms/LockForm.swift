public import Markup
public import Priorities
import Vocabulary

/// Money that is tied until a day, and joins then.
public struct LockForm: AskedForm {
    public var filled: SentValues
    public var errors: [String: String] = [:]
    public var failures: [String] = []

    public init(_ filled: SentValues = SentValues()) {
        self.filled = filled
    }

    public var parts: [Form.Part] {
        [
            line("title", "What ties it", hint: "For example, “Contract of North Road”"),
            line("id", "Short name", hint: "Small letters, digits and hyphens: north-road."),
            money("amount", "A year’s worth, in pounds"),
            day(
                "until", "First day on which it can be used",
                hint: "For example, 1 4 2027. It joins in the first year that begins on that day or later."),
            line("contract", "Number of the contract, if a contract ties it", hint: "Ten digits."),
        ]
    }

    public func read(_ reader: inout FieldReader) -> Lock? {
        let title = reader.line("title", missing: "Enter what ties the money.")
        let id = reader.slug("id", missing: "Enter a short name, such as north-road.")
        let amount = reader.amount("amount", missing: "Enter a year’s worth.")
        let until = reader.day("until", missing: "Enter the first day on which it can be used.")
        let contract = reader.line("contract")
        if let contract, contract.utf8.count != 10 || !contract.utf8.allSatisfy({ (48...57).contains($0) }) {
            reader.refuse("contract", "The number of a contract has ten digits.")
        }
        guard let title, let id, let amount, let until else { return nil }
        return Lock(id: id, title: title, amount: amount, until: until, contract: contract)
    }

    public static func filled(with lock: Lock) -> SentValues {
        var sent = SentValues(["title": [lock.title], "id": [lock.id.description]])
        sent.fill("amount", lock.amount)
        sent.fill("until", lock.until)
        sent.fill("contract", lock.contract)
        return sent
    }

    public static func field(ofRefusal code: String) -> String? {
        switch code {
        case "lock-twice": "id"
        case "lock-amount": "amount"
        case "lock-never-joins": "until"
        default: nil
        }
    }
}
