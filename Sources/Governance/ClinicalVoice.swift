public import Vocabulary

/// Whether a clinician of a committee takes part in deciding an item, written down each time that the answer was new.
///
/// Clinicians are those who hold a clinical post on the day of the meeting. Until the item is taken it is judged by
/// what the chair decided of interests alone, as if everybody came; from then on by who is in the room.
public struct ClinicalVoice: Hashable, Sendable, Codable {
    public var committee: Slug
    public var at: Moment
    /// Clinicians who take part; nobody where none is left for the item.
    public var heard: [Slug]
    /// The options of the item for which none of them is left.
    public var unheardParts: [Slug]
    /// Clinicians with a seat who are left out, of the item or of those parts.
    public var excluded: [Slug]
    /// Clinicians with a seat who are not in the room, and are not left out.
    public var absent: [Slug]

    /// True where a clinician takes part, in every option of the item.
    public var isHeard: Bool { !heard.isEmpty && unheardParts.isEmpty }

    /// The same answer, at whatever moment; who is heard makes no difference where somebody is.
    func isLike(_ other: ClinicalVoice) -> Bool {
        if isHeard && other.isHeard { return true }
        var moved = other
        moved.at = at
        return self == moved
    }
}

/// That a clinician without a known interest was asked to join for an item, or to advise on it, and what was answered.
///
/// A later one of the same person and item takes its place; nothing is overwritten.
public struct ClinicianAsked: Hashable, Sendable, Codable {
    public var item: Slug
    public var person: Slug
    /// Who asked.
    public var by: Slug
    /// Nil while there is none.
    public var answer: Answer?
    /// What was advised, or why not.
    public var note: String?
    public var at: Moment

    public enum Answer: String, Hashable, Sendable, Codable, CaseIterable {
        case comes, advises, declines

        /// For reading: `comes for the item`.
        public var inWords: String {
            switch self {
            case .comes: "comes for the item"
            case .advises: "gives advice"
            case .declines: "declines"
            }
        }
    }
}

extension PersonFile {
    /// The clinical posts held on the day.
    public func clinicalPosts(on day: Day) -> [Post] { posts(on: day).filter { $0.clinician != nil } }
}

extension Meeting {
    /// Who was asked for an item, in the order in which they first were, with what stands of the answer.
    public func asked(for item: Slug) -> [ClinicianAsked] {
        var standing: [ClinicianAsked] = []
        for one in asked where one.item == item {
            if let place = standing.firstIndex(where: { $0.person == one.person }) {
                standing[place] = one
            } else {
                standing.append(one)
            }
        }
        return standing
    }

    /// The last that was found of each committee in which no clinician takes part in the item, or in some of it.
    public func unheard(_ item: Slug) -> [ClinicalVoice] {
        let voices = proceeding(item)?.voices ?? []
        return committees.compactMap { committee in voices.last { $0.committee == committee } }
            .filter { !$0.isHeard }
    }
}
