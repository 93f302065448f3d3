import HTTPTypes
import Markup
import Pages
import Vocabulary

/// The manual of the interface for programs, made of the calls that are served.
enum ProgramsAnswer {
    private static let files = "files, in parts named “\(ApiCall.Body.filesField)”; or one as it is"

    static func page(_ question: Question) -> Answer {
        guard let document = Destination(OpenAPIDocument.path) else { preconditionFailure("a path of ours") }
        let open = OpenAPIDocument(calls: Site.calls, version: question.shell.version, rules: question.door.rules)
        var groups: [ProgramsPage.Group] = []
        for call in Site.calls {
            let shown = ProgramsPage.Call(
                method: call.method.rawValue, path: call.template, summary: call.summary, note: open.note(on: call),
                query: call.parameters.filter { !call.isInPath($0) }.map { ($0.name, $0.meaning) },
                body: call.body.map { $0.isFiles ? files : $0.shape.example.pretty })
            if let place = groups.firstIndex(where: { $0.name == call.tag }) {
                groups[place].calls.append(shown)
            } else {
                groups.append(.init(name: call.tag, calls: [shown]))
            }
        }
        return Answer(ProgramsPage(groups: groups, root: question.asked.root, document: document))
    }
}
