public import Rulebook
public import Vocabulary

/// An act on one matter of a contract: decided from it as it stands, giving it as it then is.
///
/// The act is journalled whole, so a matter is its acts decided again in order.
public protocol MatterAct: Act, Codable, Hashable where Before == MatterBefore, After == ContractMatter {
    /// The matter that it changes or begins.
    var matter: Slug { get }
    /// The day on which it was done.
    var on: Day { get }
}

/// What an act on a matter decides from.
public struct MatterBefore: Sendable {
    /// Nil where there is none of that name yet.
    public var matter: ContractMatter?
    public var rulebook: Rulebook
    public var calendar: WorkingDays

    public init(matter: ContractMatter?, rulebook: Rulebook, calendar: WorkingDays) {
        (self.matter, self.rulebook, self.calendar) = (matter, rulebook, calendar)
    }

    /// - Throws: `Refusal`, code `no-such-matter`.
    func found(_ id: Slug) throws(Refusal) -> ContractMatter {
        guard let matter else { throw .unknownMatter(id) }
        return matter
    }

    /// - Throws: `Refusal`, code `matter-exists`.
    func refuseExisting(_ id: Slug) throws(Refusal) {
        guard matter == nil else {
            throw Refusal(
                .rule, code: "matter-exists", "There is a matter “\(id)” already.",
                remedy: "Choose another short name.")
        }
    }

    /// The working day by which a meeting is to be held.
    func meeting(_ rule: String, after day: Day) throws(Refusal) -> Day {
        try calendar.day(max(1, rulebook.days(rule, on: day)), after: day)
    }
}

extension MatterAct {
    public var journalled: JSONValue { JSONValue(encoding: self) }
}

extension Refusal {
    /// There is no matter of that name.
    public static func unknownMatter(_ id: Slug) -> Refusal {
        Refusal(
            .usage, code: "no-such-matter", "There is no matter “\(id)”.",
            remedy: "List them with: remit activity notice list")
    }
}
