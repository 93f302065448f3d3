import Contracts
import Testing

/// Meanings of columns, told by their titles.
struct ColumnSuggestionTests {
    @Test func `titles as teams write them are told`() {
        let found = ColumnSuggestion.columns(of: [
            "Contract No", "Contract Type", "Provider", "Schedule Month", "UDAs Contracted", "UDAs Delivered",
            "UDAs carried in", "Patient charges (£)",
        ])
        #expect(
            found == [
                .contract: "Contract No", .contractType: "Contract Type", .month: "Schedule Month",
                .contracted: "UDAs Contracted", .delivered: "UDAs Delivered", .carriedIn: "UDAs carried in",
                .patientCharge: "Patient charges (£)",
            ])
    }

    @Test func `a column is suggested once, and what no title speaks of is left out`() {
        let found = ColumnSuggestion.columns(of: ["Contracted UDAs carried forward", "Name", "Contract"])
        #expect(found == [.carriedIn: "Contracted UDAs carried forward", .contract: "Contract"])
        #expect(ColumnSuggestion.columns(of: ["", "£", "Practice"]).isEmpty)
    }

    @Test func `of several titles that fit the one that says least besides is taken`() {
        let found = ColumnSuggestion.columns(of: ["UDAs delivered last year by band", "UDAs delivered"])
        #expect(found == [.delivered: "UDAs delivered"])
    }
}
