import Vocabulary

/// What came of a file in words, for the command line and the pages alike.
extension TakenActivity {
    /// `20 rows read = 19 kept + 1 refused.`
    package var rowsInWords: String {
        "\(counted(rowsKept + rowsRefused, "row", "rows")) read = \(grouped(rowsKept)) kept + \(grouped(rowsRefused)) refused."
    }

    /// Of monitoring: pounds read, kept and refused.
    package var costInWords: String {
        func pounds(_ pence: Int) -> String { Money(pence: pence).description }
        return "Cost: \(pounds(costKeptPence + costRefusedPence)) read = \(pounds(costKeptPence)) kept + "
            + "\(pounds(costRefusedPence)) refused"
            + (costsUnreadable > 0
                ? "; in \(counted(costsUnreadable, "refused row", "refused rows")) it cannot be read." : ".")
    }

    /// What is to be known of the file as a whole, a sentence each.
    package var notesInWords: [String] {
        (cellsRepaired > 0 ? ["\(counted(cellsRepaired, "cell was", "cells were")) read as Windows-1252."] : []) + notes
    }
}
