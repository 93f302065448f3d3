/// Remit's own version, as the pages, the commands and the journal name it.
package enum Version {
    package static let current = "0.1.0"
}
