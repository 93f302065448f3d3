public import Rulebook
public import Vocabulary

/// A declaration that was made after the last day for it, or of which nobody can tell.
public struct LateDeclaration: Hashable, Sendable {
    public let person: Slug
    public let declaration: Slug
    /// From when the days count: becoming aware, or the person's first day where that is later.
    public let countsFrom: Day?
    /// The last day on which it was in time; nil where it cannot be told.
    public let dueBy: Day?
    public let declaredOn: Day
    /// Days after the last; nil where it cannot be told.
    public let daysLate: Int?
}

/// Finds the declarations that were made later than the rule of their day allows.
///
/// The days count from becoming aware of the interest, or from the person's first day where that is later.
/// Where the register does not say when the person became aware, whether it was late cannot be told, and that
/// is said.
public struct FindLateDeclarations: Sendable {
    public let rulebook: Rulebook

    public init(rulebook: Rulebook) {
        self.rulebook = rulebook
    }

    /// Those declared on the day or before, by person in the order of declaring.
    public func callAsFunction(in book: GovernanceBook, on day: Day) -> [LateDeclaration] {
        book.people.values.sorted { $0.id < $1.id }.flatMap { person in
            person.declarations.filter { $0.declaredOn <= day }.compactMap { judge($0, of: person) }
        }
    }

    /// The last day on which a declaration of an interest of which the person became aware on a day is in
    /// time.
    ///
    /// - Returns: nil where no rule was in force that day.
    public func lastDay(aware: Day) -> Day? {
        guard let rule = try? rulebook.days(GovernanceRuleID.declareWithin, on: aware) else { return nil }
        return aware.adding(days: rule)
    }

    /// - Returns: nil where it was in time, or no rule was in force.
    public func judge(_ declaration: Declaration, of person: PersonFile) -> LateDeclaration? {
        guard let aware = declaration.becameAware else {
            return LateDeclaration(
                person: person.id, declaration: declaration.id, countsFrom: nil, dueBy: nil,
                declaredOn: declaration.declaredOn, daysLate: nil)
        }
        let from = max(aware, person.knownFrom)
        guard let last = lastDay(aware: from), declaration.declaredOn > last else { return nil }
        return LateDeclaration(
            person: person.id, declaration: declaration.id, countsFrom: from, dueBy: last,
            declaredOn: declaration.declaredOn, daysLate: declaration.declaredOn - last)
    }
}
