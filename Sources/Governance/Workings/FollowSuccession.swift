public import Vocabulary

/// Follows bodies through mergers and splits, so that what is recorded of one is found under those that came after.
public enum FollowSuccession {
    /// The bodies to which one handed over by the day that the caller means; empty where it goes on.
    public typealias Successor = (OrganisationCode) -> [OrganisationCode]

    /// The body and all that came after it, in the order in which they are met; a circle is walked once.
    public static func line(of code: OrganisationCode, by successor: Successor) -> [OrganisationCode] {
        reached(from: code, by: successor)
    }

    /// The bodies that have taken its place, in order of their codes: the body itself where it goes on, or where its
    /// successions run in a circle.
    public static func now(_ code: OrganisationCode, by successor: Successor) -> [OrganisationCode] {
        let last = line(of: code, by: successor).filter { successor($0).isEmpty }
        return last.isEmpty ? [code] : last.sorted()
    }

    /// True where one is the other, came after it, or shares a successor with it.
    public static func isSame(_ one: OrganisationCode, _ other: OrganisationCode, by successor: Successor) -> Bool {
        one == other || !Set(now(one, by: successor)).isDisjoint(with: now(other, by: successor))
    }
}

/// The start and all that is reached from it step by step, the nearest first, each once.
func reached<Place: Hashable>(from start: Place, by next: (Place) -> [Place]) -> [Place] {
    var met: Set = [start]
    var line = [start]
    var place = 0
    while place < line.count {
        for next in next(line[place]) where met.insert(next).inserted { line.append(next) }
        place += 1
    }
    return line
}
