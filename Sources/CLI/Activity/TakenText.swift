import Imports
import Vocabulary

/// What came of a file of activity, in words and in JSON.
enum TakenText {
    static func document(of taken: TakenActivity) -> JSONValue {
        var members: [JSONValue.Member] = [.init("name", .text(taken.name))]
        if let refused = taken.refused {
            members += [.init("status", "refused"), .init("refusal", ["code": .text(refused.code)])]
            return .object(members)
        }
        members.append(.init("digest", taken.digest.map { .text($0) } ?? .null))
        members.append(.init("status", .text(taken.isHeld ? "alreadyHeld" : "kept")))
        if taken.isReference { members.append(.init("table", taken.layout.map { .text($0) } ?? .null)) }
        if taken.isHeld { return .object(members) }
        if !taken.isReference { members.append(.init("layout", taken.layout.map { .text($0) } ?? .null)) }
        members += [
            .init("rowsRead", .integer(taken.rowsKept + taken.rowsRefused)),
            .init("rowsKept", .integer(taken.rowsKept)), .init("rowsRefused", .integer(taken.rowsRefused)),
        ]
        return .object(members + (taken.isReference ? faults(of: taken) : amounts(of: taken)))
    }

    private static func faults(of taken: TakenActivity) -> [JSONValue.Member] {
        [
            .init(
                "problems",
                .list(
                    taken.faults.map { fault in
                        [
                            "row": fault.row.map { .integer($0) } ?? .null,
                            "column": fault.column.map { .text($0) } ?? .null,
                            "code": .text(fault.code), "explanation": .text(fault.explanation),
                        ]
                    }))
        ]
    }

    private static func amounts(of taken: TakenActivity) -> [JSONValue.Member] {
        [
            .init("costReadPence", .integer(taken.costKeptPence + taken.costRefusedPence)),
            .init("costKeptPence", .integer(taken.costKeptPence)),
            .init("costRefusedPence", .integer(taken.costRefusedPence)),
            .init("costsUnreadable", .integer(taken.costsUnreadable)),
            .init("cellsRepaired", .integer(taken.cellsRepaired)),
            .init(
                "problems",
                .list(
                    taken.problems.map {
                        ["code": .text($0.code), "effect": .text($0.effect), "rows": .integer($0.rows)]
                    })),
        ]
    }

    static func lines(of taken: TakenActivity) -> [String] {
        if taken.isHeld { return ["\(taken.name) was held already, byte for byte: nothing changed."] }
        if taken.isReference {
            var lines = ["\(taken.name): table \(taken.layout ?? ""), \(taken.rowsInWords)"]
            for fault in taken.faults.prefix(10) {
                lines.append("  \(fault.row.map { "row \($0): " } ?? "")\(fault.explanation)")
            }
            let others = taken.problems.map(\.rows).reduce(0, +) - 10
            if others > 0 { lines.append("  and \(grouped(others)) more: --json has the first thousand.") }
            return lines
        }
        var lines = ["\(taken.name): \(taken.rowsInWords)", taken.costInWords] + taken.notesInWords
        for problem in taken.problems {
            lines.append("  \(problem.code), \(problem.effect): \(counted(problem.rows, "row", "rows"))")
        }
        if !taken.problems.isEmpty {
            lines.append("Row by row: remit activity problems \(taken.digest?.prefix(12) ?? "")")
        }
        return lines
    }
}
