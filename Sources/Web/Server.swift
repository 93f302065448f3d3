import Hummingbird
package import Store

/// The pages over HTTP.
package struct Server: Sendable {
    let store: Store
    package init(store: Store, version: String) { self.store = store }
    package func run(host: String, port: Int, ready: @escaping @Sendable (String) -> Void) async throws {}
}
