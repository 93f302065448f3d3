public import Vocabulary

/// A series by practice on the boards under which a file lists the practices: exact, whichever way the boards changed since.
///
/// A merger of boards cannot be undone from the board's own figure; from those of its practices it can.
public enum PlaceByPractice {
    public struct Outcome: Sendable {
        /// By board.
        public let placed: [OrganisationCode: Units]
        /// How many practices each board's figure is of.
        public let practices: [OrganisationCode: Int]
        /// Figures of practices that the file does not list, in the order of their codes: they count nowhere.
        public let unplaced: [(practice: OrganisationCode, figure: Units)]
    }

    /// - Parameter boards: the board of each practice, in one file.
    public static func place(
        _ figures: [OrganisationCode: Units], boards: [OrganisationCode: OrganisationCode]
    ) -> Outcome {
        var (placed, practices): ([OrganisationCode: Units], [OrganisationCode: Int]) = ([:], [:])
        var unplaced: [(practice: OrganisationCode, figure: Units)] = []
        for (practice, figure) in figures.sorted(by: { $0.key < $1.key }) {
            guard let board = boards[practice] else {
                unplaced.append((practice, figure))
                continue
            }
            placed[board] = (placed[board] ?? .zero) + figure
            practices[board, default: 0] += 1
        }
        return Outcome(placed: placed, practices: practices, unplaced: unplaced)
    }
}
