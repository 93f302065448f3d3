import Priorities
import Vocabulary

/// YAML files to edit, with what the round has already.
enum RoundSkeletons {
    /// A text as YAML has it between quotation marks.
    static func quoted(_ text: String) -> String { JSONValue.text(text).canonical }

    static func pounds(_ amount: Money) -> String { quoted(amount.inPlainPounds) }

    static func options(_ round: Round) -> String {
        let years = round.envelope?.years.map(\.year) ?? []
        let costs = years.map { "      \($0): {recurrent: \"£0\", oneOff: \"£0\"}" }.joined(separator: "\n")
        return """
            # Options of \(round.title): copy the block below for each, and fill it in.
            # kind is invest, stop, changeProvider or reduce; what is freed is written with a minus: "-£30,000".
            # rung is systematic, localData, expert or experience.
            options:
              - id: short-name
                title: What people call it
                summary: What is done, in a sentence.
                kind: invest
                costs:
            \(costs)
                workforce: 0
                people: 0
                successPercent: 50
                whoBenefits: Who is better for it
                tags: []
                requires: []
                changesService: false
                evidence:
                  - {claim: What is known, rung: localData, citation: Where it can be read}

            """
    }

    /// A line for each option and criterion, less those from which the member is left out.
    static func scores(of member: Slug, _ round: Round) -> String {
        let leftOut = round.excluded(member)
        var lines = [
            "# Scores of \(member) in \(round.title). Put a figure after each “value:”; add low: and high: where you are",
            "# unsure. Take a line out where you cannot judge: a blank is not a nought. Score alone.",
        ]
        for leaf in round.leaves {
            lines.append("# \(leaf.id): \(leaf.title) (\(leaf.scale?.unit ?? "")). \(leaf.scale?.inWords ?? "")")
        }
        lines += ["scores:", "  - member: \(member)", "    scores:"]
        for option in round.options where !leftOut.contains(option.id) {
            lines += round.leaves.map { "      - {option: \(option.id), criterion: \($0.id), value: }" }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    static func assessments(_ options: [Priorities.Option], _ round: Round) -> String {
        let members = round.members.map(\.id.description).joined(separator: ", ")
        var lines = [
            "# What the law asks for before a service is stopped or changed. Fill the documents in, put the day of each",
            "# after “dated:”, and take out of “seenBy:” whoever has not read it. For public involvement a reason may",
            "# stand in place of the file: reasonForNone: why nobody was asked.",
            "assessments:",
        ]
        for option in options {
            for kind in Assessment.Kind.allCases {
                let name = AssessmentForm.name(kind, option)
                lines += [
                    "  - id: \(name)", "    option: \(option.id)", "    kind: \(kind.rawValue)",
                    "    title: \(quoted("\(AssessmentForm.title(kind)), \(option.title)"))",
                    "    file: documents/\(name).docx", "    dated: ", "    seenBy: [\(members)]",
                ]
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }
}

extension Money {
    /// As people write it in a file: `£120,000` or `-£30,000.50`.
    var inPlainPounds: String {
        let text = pence % 100 == 0 ? inPounds : description
        return text.replacing("−", with: "-")
    }
}
