import Contracts
package import Imports
package import Store
package import Vocabulary

extension DentalIntake {
    /// Takes in the demo's files and says what was read: months, then a corrected month, then the annual file.
    package static func takeIn(
        months: String, corrections: String, contracts: String, population: String, contractTypes: String,
        into store: Store, by author: Author, at moment: Moment
    ) throws {
        let monthly = try DentalIntake.months(into: store, by: author, at: moment, dropping: [])
        let annual = try DentalIntake.contracts(into: store, by: author, at: moment, dropping: [])
        let parts = [
            ("Monthly files", try monthly.run([months])), ("A corrected month", try monthly.run([corrections])),
            ("The annual contract file", try annual.run([contracts])),
            (
                "Populations",
                try LocalIntake.job(.population, into: store, by: author, at: moment, dropping: []).run([population])
            ),
            (
                "Contract types",
                try LocalIntake.job(.contractTypes, into: store, by: author, at: moment, dropping: [])
                    .run([contractTypes])
            ),
        ]
        for (what, report) in parts {
            Printing.line("\(what):")
            for line in report.lines { Printing.line("  \(line)") }
        }
    }
}
