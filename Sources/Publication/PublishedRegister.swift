import Governance
import Pages
package import Store
package import Vocabulary

/// The published register of interests as one page that stands alone, beside its files for programs.
package enum PublishedRegister {
    /// The page of a day: what the site shows at the same place, without its searches and links.
    ///
    /// - Parameter version: Remit's own, which stands at the foot.
    package static func page(of desk: GovernanceDesk, on day: Day, version: String) throws -> PublishedFile {
        let reading = GovernanceReading(
            try desk.book(), rulebook: desk.rules.rulebook, on: day, texts: try desk.texts(),
            organisation: { _ in nil }, successor: { _ in [] })
        let installation = try desk.store.read { db in try Installation.current(db) }
        let file = RegisterSite.page(
            reading, holder: installation.holder, isInvented: installation.isInvented, version: version)
        return PublishedFile(path: file.path, bytes: file.bytes)
    }
}
