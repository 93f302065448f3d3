public import Vocabulary

/// What holds of a person on a day. Every span's last day is part of it.
extension PersonFile {
    /// Of the body, or known to it: neither before the first day nor after the last.
    public func isKnown(on day: Day) -> Bool { spans(day, from: knownFrom, until: left) }

    /// The posts held on the day.
    public func posts(on day: Day) -> [Post] { posts.filter { spans(day, from: $0.from, until: $0.until) } }

    /// The titles of the posts held on the day, the body's own first: `Clinical lead; GP partner, Harbour
    /// Street`.
    public func position(on day: Day) -> String {
        let held = posts(on: day)
        let own = held.filter { $0.organisation == nil }
        return (own + held.filter { $0.organisation != nil }).map(\.title).joined(separator: "; ")
    }

    /// Why the person counts as a decision-maker on the day; nil where not.
    public func decisionMaking(on day: Day) -> DecisionMaking? {
        guard isKnown(on: day) else { return nil }
        return decisionMaking.first { spans(day, from: $0.from, until: $0.until) }
    }

    /// The names of the ties that bind the person on the day.
    public func ties(on day: Day) -> Set<Slug> {
        Set(ties.filter { spans(day, from: $0.from, until: $0.until) }.map(\.name))
    }

    /// True where both share a household, practice or firm on the day.
    public func isTied(to other: PersonFile, on day: Day) -> Bool {
        !ties(on: day).isDisjoint(with: other.ties(on: day))
    }

    /// The last day of an interest as one of this person: it ended, another declaration took its place, or
    /// the person left, whichever came first; nil while none of them is told.
    public func expiry(of declaration: Declaration) -> Day? {
        [declaration.ended, declaration.supersededOn, left].compactMap { $0 }.min()
    }

    /// The interests that the person has on the day, as far as they are known now: declared on that day or
    /// before, not superseded by then, and neither to come nor over.
    public func interests(on day: Day) -> [Declaration] {
        declarations.filter { declaration in
            declaration.declaredOn <= day && declaration.arose <= day && isKnown(on: day)
                && (declaration.supersededOn.map { day < $0 } ?? true)
                && (declaration.ended.map { day <= $0 } ?? true)
        }
    }

    public func declaration(_ id: Slug) -> Declaration? { declarations.first { $0.id == id } }
}

extension Declaration {
    /// The kind that counts: for an indirect interest the one that the other person holds.
    public var effectiveKind: InterestKind { underlying ?? kind }
}

extension GovernanceBook {
    /// - Throws: `Refusal` of kind `usage`: `no-such-person`.
    func requirePerson(_ id: Slug) throws(Refusal) -> PersonFile {
        guard let person = people[id] else {
            throw Refusal(
                .usage, code: "no-such-person", "Nobody stands in the register as “\(id)”.",
                remedy: "Enter the person first.")
        }
        return person
    }
}

/// True where the day is neither before the first nor after the last.
private func spans(_ day: Day, from first: Day, until last: Day?) -> Bool {
    first <= day && (last.map { day <= $0 } ?? true)
}
