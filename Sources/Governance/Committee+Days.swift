public import Vocabulary

extension Committee {
    /// The terms in force on a day; of two from one day the later entered.
    public func terms(on day: Day) -> TermsOfReference? {
        guard exists(on: day) else { return nil }
        return terms.enumerated().filter { $0.element.from <= day }
            .max { ($0.element.from, $0.offset) < ($1.element.from, $1.offset) }?.element
    }

    /// From the day it was formed to its last day.
    public func exists(on day: Day) -> Bool {
        formedOn <= day && (dissolvedOn.map { day <= $0 } ?? true)
    }

    /// Who holds a seat on a day, in the order of appointment; nobody where the committee does not exist.
    public func members(on day: Day) -> [Membership] {
        guard exists(on: day) else { return [] }
        return memberships.filter { $0.holds(on: day) }
    }

    public func member(_ person: Slug, on day: Day) -> Membership? {
        members(on: day).first { $0.person == person }
    }

    /// Every seat of the day as it stands at an item.
    ///
    /// Deputies are left out where the terms of the day allow none.
    ///
    /// - Parameters:
    ///   - present: those in the room, or there by a link.
    ///   - recused: those who take no part in deciding the item.
    public func seats(on day: Day, present: Set<Slug>, recused: Set<Slug> = []) -> [Seat] {
        let allowsDeputies = terms(on: day)?.allowsDeputies ?? true
        return members(on: day).filter { allowsDeputies || $0.deputyFor == nil }.map { membership in
            Seat(
                person: membership.person, roles: membership.roles, isVoting: membership.isVoting,
                office: membership.office, deputyFor: membership.deputyFor,
                isPresent: present.contains(membership.person), isRecused: recused.contains(membership.person))
        }
    }
}

extension Membership {
    public func holds(on day: Day) -> Bool { from <= day && (until.map { day <= $0 } ?? true) }

    /// True where the two are held on some day in common.
    public func overlaps(_ other: Membership) -> Bool {
        (other.until.map { from <= $0 } ?? true) && (until.map { other.from <= $0 } ?? true)
    }
}
