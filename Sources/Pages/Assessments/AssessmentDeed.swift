public import Assessments
public import Markup
public import Vocabulary

/// Where needs assessments are read and worked on.
public enum AssessmentDeed: Hashable, Sendable {
    case all, open
    case one(Slug)
    /// The draft as it would print, as a Word document and as JSON; of a version where its number is given.
    case document(Slug, version: Int?), word(Slug, version: Int?), json(Slug, version: Int?)
    case figure(Slug), finding(Slug), voice(Slug), conclusion(Slug), gap(Slug), issue(Slug)
    case answerVoice(Slug, voice: Slug)
    case oneGap(Slug, gap: Slug), merge(Slug, gap: Slug), triage(Slug, gap: Slug), answer(Slug, gap: Slug)
    case withdraw(Slug, NeedsAssessment.Part)

    public static let root = "/needs/assessments"

    public var path: String {
        func of(_ id: Slug, _ rest: String) -> String { "\(AssessmentDeed.root)/\(id)/\(rest)" }
        func text(_ id: Slug, _ version: Int?, _ rest: String) -> String {
            of(id, version.map { "versions/\($0)\(rest)" } ?? "document\(rest)")
        }
        switch self {
        case .all: return AssessmentDeed.root
        case .open: return "\(AssessmentDeed.root)/new"
        case .one(let id): return "\(AssessmentDeed.root)/\(id)"
        case .document(let id, let version): return text(id, version, "")
        case .word(let id, let version): return version == nil ? of(id, "document.docx") : text(id, version, "/word")
        case .json(let id, let version): return version == nil ? of(id, "document.json") : text(id, version, "/json")
        case .figure(let id): return of(id, "figures/new")
        case .finding(let id): return of(id, "findings/new")
        case .voice(let id): return of(id, "voices/new")
        case .conclusion(let id): return of(id, "conclusions/new")
        case .gap(let id): return of(id, "gaps/new")
        case .issue(let id): return of(id, "issue")
        case .answerVoice(let id, let voice): return of(id, "voices/\(voice)/answer")
        case .oneGap(let id, let gap): return of(id, "gaps/\(gap)")
        case .merge(let id, let gap): return of(id, "gaps/\(gap)/merge")
        case .triage(let id, let gap): return of(id, "gaps/\(gap)/triage")
        case .answer(let id, let gap): return of(id, "gaps/\(gap)/answer")
        case .withdraw(let id, let part): return of(id, "withdraw/\(part.kind.rawValue)/\(part.id)")
        }
    }

    public var destination: Destination { Route.assessment(self).destination() }
}
