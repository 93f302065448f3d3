import Vocabulary

/// What was read of one piece of a file: typed columns of the rows kept, problems, and the account.
public struct ActivityBatch: Sendable {
    /// One for each column of the layout's `kept`; equal in length.
    public internal(set) var columns: [ActivityValues] = []
    /// The row of each row kept, within the piece, from 1.
    public internal(set) var rows: [Int64] = []
    public internal(set) var problems: [ActivityProblem] = []
    public internal(set) var account = ActivityAccount()
    /// What was kept, by provider and month.
    public internal(set) var slices: [ActivitySlice: ActivityAccount.Tally] = [:]
    /// Cells that were not UTF-8 and were read as Windows-1252.
    public internal(set) var cellsRepaired = 0
    /// Lines of the piece, blank ones too: where the next piece's rows begin.
    public internal(set) var lines = 0
}
