package import Activity
package import Tabular
import Vocabulary

/// What became of a file of contract monitoring: Parquet files in a folder, and the account of what is in them.
package struct WrittenActivity: Sendable {
    package let layout: MonitoringLayout
    /// Names within the folder, with their rows, in order.
    package internal(set) var parts: [Part] = []
    /// Files of problems, likewise.
    package internal(set) var problemParts: [Part] = []
    package internal(set) var account = ActivityAccount()
    package internal(set) var slices: [ActivitySlice: ActivityAccount.Tally] = [:]
    package internal(set) var cellsRepaired = 0
    /// How often each problem was found, by its code and effect.
    package internal(set) var problemCounts: [ProblemCount: Int] = [:]
    /// What is to be known of the file as a whole.
    package let notes: [Problem]

    package struct Part: Sendable, Hashable {
        package let name: String
        package let rows: Int
    }

    package struct ProblemCount: Sendable, Hashable, Comparable {
        package let code: ActivityProblem.Code
        package let effect: Problem.Effect

        package static func < (left: ProblemCount, right: ProblemCount) -> Bool {
            (left.code.rawValue, left.effect.rawValue) < (right.code.rawValue, right.effect.rawValue)
        }
    }
}
