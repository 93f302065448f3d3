public import Vocabulary

/// Which papers of a meeting a person may not have.
public enum WithholdPapers {
    /// A paper that is kept back from somebody, and by which handling.
    public struct Withheld: Hashable, Sendable {
        public var item: Slug
        public var paper: AgendaItem.Paper
        public var option: HandlingOption
        public var decidedBy: Slug
    }

    /// In the order of the agenda.
    ///
    /// A handling of some parts keeps back the papers on them, and those on the whole item; the others are given.
    public static func withheld(from person: Slug, in meeting: Meeting) -> [Withheld] {
        meeting.agenda.flatMap { item in
            let handlings = meeting.standingHandlings(item.id, member: person).filter(\.keepsPapersBack)
            return item.papers.compactMap { paper in
                let handling = handlings.first { handling in
                    handling.parts.isEmpty || paper.parts.isEmpty || !Set(paper.parts).isDisjoint(with: handling.parts)
                }
                return handling.map {
                    Withheld(item: item.id, paper: paper, option: $0.option, decidedBy: $0.decidedBy)
                }
            }
        }
    }

    /// True where the minutes of an item are kept back from the person too.
    public static func withholdsMinutes(of item: Slug, from person: Slug, in meeting: Meeting) -> Bool {
        meeting.standingHandlings(item, member: person).contains {
            $0.option == .noPapers || $0.option == .doesNotAttend
        }
    }
}
