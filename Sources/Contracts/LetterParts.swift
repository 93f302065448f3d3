import Tabular
import Vocabulary

/// What both letters to contractors say.
enum LetterParts {
    static let challenge =
        "If a figure here differs from your own records, reply with the contract number and the month that differs."

    static func refuseHeldOut(_ position: Position) throws(Refusal) {
        guard position.isHeldOut else { return }
        throw Refusal(
            .rule, code: "held-out",
            "Contract \(position.contract) is held out for \(position.flags.joined(separator: ", ")), so no letter "
                + "can rest on it.", remedy: "Accept the flagged rows first, or have the file corrected.")
    }

    static func table(_ caption: String, _ context: TableContext) -> Table {
        Table(
            key: "workings", caption: caption, columns: [.init("what", "What"), .init("figure", "Figure")],
            notes: context.notes())
    }

    static func append(_ table: inout Table, _ position: Position, delivered: Units) {
        let adjusted = delivered + position.carriedIn.units
        table.append([.text("Contracted UDAs"), .units(position.contracted)])
        table.append([.text("Value of the UDA line"), .money(position.value)])
        table.append([.text("Value per UDA"), .optional(position.valuePerUnit, else: "no target")])
        table.append([.text("Delivered"), .units(delivered)])
        switch position.carriedIn {
        case .derived(let units, let from):
            table.append([.text("Carried in, derived from \(from)"), .units(units)])
        case .unknown(let reason):
            table.append([.text("Carried in"), .absent(reason.sentence)])
        }
        table.append([.text("Adjusted"), .units(adjusted)])
        table.append([
            .text("Achieved of the annual target"),
            .optional(Share(adjusted, of: position.contracted), else: "no target"),
        ])
    }

    static func sentence(_ step: Working.Step) -> String {
        step.rule.map { "\(step.sentence) (Rule: \($0))" } ?? step.sentence
    }
}
