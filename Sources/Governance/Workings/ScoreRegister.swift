public import Vocabulary

/// Scores a register of interests on the five published criteria of transparency.
///
/// - Reference: Feldman et al., BMJ Open 2018;8:e019952; one point for each criterion, 0 to 5 in all.
public enum ScoreRegister {
    public static func score(_ answer: RegisterAnswer) -> RegisterTransparency {
        let missing = [
            answer.namesRecipients ? nil : "who received it", answer.namesDonors ? nil : "who gave it",
            answer.givesValues ? nil : "what it was worth",
        ].compactMap { $0 }
        func finding(_ criterion: RegisterTransparency.Criterion) -> RegisterTransparency.Finding {
            let (isMet, reason) =
                switch criterion {
                case .respondedOnTime:
                    (
                        answer.respondedOnTime,
                        answer.respondedOnTime
                            ? "A request was answered within its time."
                            : "No request was answered within its time, or nobody has said so."
                    )
                case .sentRegister:
                    (answer.sentRegister, answer.sentRegister ? "A register was given." : "No register was given.")
                case .completeStructure:
                    (
                        missing.isEmpty,
                        missing.isEmpty
                            ? "Every entry says who received it, who gave it and what it was worth."
                            : "Not every entry says \(missing.joined(separator: ", or "))."
                    )
                case .publiclyAccessible:
                    (answer.isPublic, answer.isPublic ? "Anybody can read it." : "It is not open to everybody.")
                case .reusableFormat:
                    (
                        answer.isReusable,
                        answer.isReusable ? "A program can read it." : "It is in no form that a program can read."
                    )
                }
            return RegisterTransparency.Finding(criterion: criterion, isMet: isMet, reason: reason)
        }
        return RegisterTransparency(findings: RegisterTransparency.Criterion.allCases.map { finding($0) })
    }

    /// What can be told of one's own register from the book; how a request was answered, and where and in
    /// which form the register is published, has to be said.
    ///
    /// A private person who gave something is never named, as in the study.
    /// - Parameter text: the texts that are still held; a source whose text is gone is not named.
    public static func answer(
        of book: GovernanceBook, on day: Day, respondedOnTime: Bool, isPublic: Bool, isReusable: Bool,
        text: (Personal) -> String?
    ) -> RegisterAnswer {
        let people = book.people.values.filter { $0.decisionMaking(on: day) != nil }
        let gifts = people.flatMap(\.gifts).filter { $0.declaredOn <= day && $0.disposedOn == nil }
        let spoken = people.contains { person in
            (person.declarations.map(\.declaredOn) + person.nilDeclarations.map(\.declaredOn)).contains { $0 <= day }
        }
        // A register in which nobody has spoken is not complete for want of entries.
        let isRegister = spoken || !gifts.isEmpty
        let names = people.filter { !$0.gifts.isEmpty }.allSatisfy { text($0.name) != nil }
        return RegisterAnswer(
            respondedOnTime: respondedOnTime, sentRegister: isRegister, namesRecipients: isRegister && names,
            namesDonors: isRegister && gifts.allSatisfy { $0.isSourcePrivate || text($0.source) != nil },
            givesValues: isRegister && gifts.allSatisfy { $0.value > .zero }, isPublic: isPublic,
            isReusable: isReusable)
    }
}
