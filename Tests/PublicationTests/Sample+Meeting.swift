import Exemplar
import Files
import Foundation
import Vocabulary

extension Sample {
    /// The exemplar's meeting held once more, with an option postponed that it had funded.
    func meetAgain(as meeting: String, postponing option: String) throws {
        let files = Exemplar.rounds.first { $0.id == Sample.id.description }?.files ?? []
        guard let file = files.first(where: { $0.path == "meeting.yaml" }) else { throw CancellationError() }
        var text = String(decoding: file.bytes, as: UTF8.self)
        for (old, new) in [
            ("meeting: ltc-board-2", "meeting: \(meeting)"), ("id: ltc-2-a1", "id: ltc-3-a1"),
            ("parts: [foot-protection, glucose-sensors, \(option)]", "parts: [foot-protection, glucose-sensors]"),
            ("parts: [group-education]", "parts: [group-education, \(option)]"),
        ] {
            guard text.contains(old) else { throw CancellationError() }
            text.replace(old, with: new)
        }
        try take(YAMLFile.value(of: Array(text.utf8), named: file.path), named: file.path)
    }
}
