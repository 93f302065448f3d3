public import Vocabulary

// Who is in the room, who chairs, who is left out of what.

extension Meeting {
    /// Everybody who is there now, in the order of coming.
    public var present: [Slug] { presences.filter { $0.until == nil }.map(\.person) }

    public func isPresent(_ person: Slug) -> Bool {
        presences.contains { $0.person == person && $0.until == nil }
    }

    /// True where the person was there at some time.
    public func attended(_ person: Slug) -> Bool { presences.contains { $0.person == person } }

    /// Who takes the chair for a committee: for the item where somebody was put there for it, else for the meeting.
    public func chair(of committee: Slug, item: Slug? = nil) -> Slug? {
        let forItem = item.flatMap { item in chairing.last { $0.committee == committee && $0.item == item } }
        return (forItem ?? chairing.last { $0.committee == committee && $0.item == nil })?.person
    }

    /// The handlings of an item that stand, in the order in which they were decided.
    public func standingHandlings(_ item: Slug, member: Slug? = nil) -> [Handling] {
        var standing: [Handling] = []
        for handling in handlings where handling.item == item && (member == nil || handling.member == member) {
            standing.removeAll {
                $0.member == handling.member && (handling.parts.isEmpty || Set($0.parts) == Set(handling.parts))
            }
            standing.append(handling)
        }
        return standing
    }

    /// Of what somebody is left out: the whole item, or what a motion decides on.
    enum Scope: Hashable, Sendable {
        case discussion
        /// On these parts; none: on the whole item with all its parts.
        case motion([Slug])
    }

    /// The handlings of an item that apply to it, or to a motion on it.
    func handlings(_ item: Slug, within scope: Scope) -> [Handling] {
        standingHandlings(item).filter { handling in
            switch scope {
            case .discussion: handling.parts.isEmpty
            case .motion(let parts):
                handling.parts.isEmpty || parts.isEmpty || !Set(parts).isDisjoint(with: handling.parts)
            }
        }
    }

    /// Those who take no part in deciding it.
    func recused(_ item: Slug, within scope: Scope) -> Set<Slug> {
        Set(handlings(item, within: scope).filter { !$0.option.votes }.map(\.member))
    }

    /// Ends the person's being there.
    mutating func leave(_ person: Slug, at moment: Moment, item: Slug? = nil, inGallery: Bool = false) {
        guard let place = presences.lastIndex(where: { $0.person == person && $0.until == nil }) else { return }
        presences[place].until = moment
        presences[place].leftFor = item
        presences[place].isInGallery = inGallery
    }
}
