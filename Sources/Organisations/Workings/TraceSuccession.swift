public import Vocabulary

extension SuccessionGraph {
    /// What became of a code between two days.
    public struct Trace: Hashable, Sendable {
        /// One for each code that handed over, in the order of days.
        public var steps: [Step] = []
        /// Where it ended, in order; the code itself where nothing came after it.
        public var ends: [OrganisationCode] = []
        /// Pairs that lead back to a code already passed on the same day; not followed.
        public var loops: [Succession] = []

        /// True where it went to more than one organisation, at any step.
        public var isSplit: Bool { steps.contains(where: \.isSplit) }
    }

    public struct Step: Hashable, Sendable {
        public let predecessor: OrganisationCode
        public let day: Day
        /// In order; the predecessor among them where a part of it stayed.
        public let successors: [OrganisationCode]
        public let isDerived: Bool

        public var isSplit: Bool { successors.count > 1 }
    }

    /// Follows a code from one day to another, through every succession after the first and not after the second.
    ///
    /// Each step takes the next day on which the code handed over, and goes on from there with each successor. A code
    /// met again on a later day is followed again: codes come back.
    public func trace(_ code: OrganisationCode, from start: Day, on day: Day) -> Trace {
        var trace = Trace()
        var ends: Set<OrganisationCode> = []
        var passed: Set<Place> = []
        var waiting = [Place(code: code, day: start)]
        while let place = waiting.popLast() {
            let later = successions(from: place.code).filter { pair in
                let isAfter = pair.day > place.day || (pair.day == place.day && place.day > start)
                return isAfter && pair.day <= day
            }
            // A day on which it only succeeded itself changed nothing.
            guard let next = later.first(where: { $0.successor != place.code })?.day else {
                ends.insert(place.code)
                continue
            }
            guard passed.insert(Place(code: place.code, day: next)).inserted else { continue }
            let pairs = later.filter { $0.day == next }
            trace.steps.append(
                Step(
                    predecessor: place.code, day: next, successors: pairs.map(\.successor),
                    isDerived: pairs.allSatisfy(\.isDerived)))
            var isLeft = false
            for pair in pairs {
                if pair.successor == place.code {
                    // A part stayed: what becomes of it later is looked at from the next day on.
                    waiting.append(Place(code: place.code, day: next.adding(days: 1)))
                    isLeft = true
                } else if passed.contains(Place(code: pair.successor, day: next)) {
                    trace.loops.append(pair)
                } else {
                    waiting.append(Place(code: pair.successor, day: next))
                    isLeft = true
                }
            }
            if !isLeft { ends.insert(place.code) }
        }
        trace.steps.sort { ($0.day, $0.predecessor) < ($1.day, $1.predecessor) }
        trace.ends = ends.sorted()
        return trace
    }

    private struct Place: Hashable {
        let code: OrganisationCode
        let day: Day
    }
}
