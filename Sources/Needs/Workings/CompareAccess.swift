public import Vocabulary

/// Who would lose and who would gain if sites closed, moved, changed or came.
public enum CompareAccess {
    /// - Throws: `Refusal`: what `AccessQuestion.changed` and `WorkOutAccess` refuse.
    public static func outcome(
        _ question: AccessQuestion, changes: [AccessChange]
    ) throws(Refusal) -> AccessComparison {
        let before = try WorkOutAccess.answer(question)
        let after = try WorkOutAccess.answer(question.changed(by: changes))
        return AccessComparison(before: before, after: after)
    }
}

/// Access before and after changes.
public struct AccessComparison: Sendable {
    public let before: AccessAnswer
    public let after: AccessAnswer
    /// Every area that counts, in the question's order.
    public let areas: [Area]
    /// Of the areas asked about.
    public let asked: Group
    public let fifths: [(fifth: Int?, group: Group)]
    /// Of the areas beyond the border.
    public let beyond: Group

    public struct Area: Hashable, Sendable {
        public let before: AccessAnswer.Area
        public let after: AccessAnswer.Area

        /// For one person; where no site is within reach nothing is.
        public var change: Double { (after.access ?? 0) - (before.access ?? 0) }

        /// What became of its people.
        public var fate: Fate {
            let (old, new) = (before.access ?? 0, after.access ?? 0)
            if (old - new).magnitude <= Area.noise * max(old, new) { return .same }
            return new < old ? .loses : .gains
        }

        /// Less than this part of a figure is rounding.
        private static let noise = 1e-9
    }

    public enum Fate: String, Sendable, CaseIterable {
        case loses, same, gains
    }

    /// Several areas taken together.
    public struct Group: Hashable, Sendable {
        public var before = AccessAnswer.Group()
        public var after = AccessAnswer.Group()
        public var losing = 0
        public var same = 0
        public var gaining = 0
        /// People who had a site within reach and have none.
        public var losingAll = 0
        /// People who had none and have one.
        public var gainingFirst = 0

        /// What they have together, after less before.
        public var net: Double { after.supply - before.supply }

        mutating func add(_ area: Area) {
            before.add(area.before)
            after.add(area.after)
            let people = area.before.people
            switch area.fate {
            case .loses: losing += people
            case .same: same += people
            case .gains: gaining += people
            }
            if area.before.access != nil, area.after.access == nil { losingAll += people }
            if area.before.access == nil, area.after.access != nil { gainingFirst += people }
        }
    }

    /// - Precondition: both have the same areas: changes are of sites.
    package init(before: AccessAnswer, after: AccessAnswer) {
        self.before = before
        self.after = after
        // Changes are of sites, so the areas that count are the same.
        areas = zip(before.areas, after.areas).map { Area(before: $0, after: $1) }
        var (asked, beyond) = (Group(), Group())
        var fifths: [Int?: Group] = [:]
        for area in areas {
            guard area.before.area.isAsked else {
                beyond.add(area)
                continue
            }
            asked.add(area)
            fifths[area.before.area.fifth, default: .init()].add(area)
        }
        (self.asked, self.beyond) = (asked, beyond)
        self.fifths = fifths.sorted { ($0.key ?? .max) < ($1.key ?? .max) }.map { ($0.key, $0.value) }
    }

    /// The areas whose people lose or gain, those that lose most for each person first.
    public var changed: [Area] {
        areas.filter { $0.fate != .same }.sorted {
            ($0.change, $0.before.area.code) < ($1.change, $1.before.area.code)
        }
    }
}
