import Exemplar
import Files
import Governance
import Vocabulary

@testable import CLI
@testable import Store

extension RoundScratch {
    /// Takes the exemplar's governance in, file by file.
    func enter(_ files: [ExemplarRound.File]) throws {
        let desk = GovernanceDesk(try store)
        for file in files {
            let document = try GovernanceDocument.read(
                YAMLFile.value(of: file.bytes, named: file.path), named: file.path)
            try desk.perform(by: Author("A. Tester")!, at: Clock.now()) { texts, _ in
                try document.acts { text throws(Refusal) in try texts.keep(text) }
            }
        }
    }
}
