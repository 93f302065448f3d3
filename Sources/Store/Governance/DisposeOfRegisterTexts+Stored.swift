package import GRDB
package import Governance
import Vocabulary

extension DisposeOfRegisterTexts {
    /// Blanks the texts too; the record keeps their digests.
    package func write(_ after: GovernanceBook, sequence: Int, _ db: Database) throws {
        try keepRow(sequence: sequence, db)
        try PersonalTexts.dispose(of: texts.map(\.digest), sequence: sequence, db)
    }

    package func afterwards(in store: Store) { store.emptyLog() }
}
