import Pages
import Priorities
import Publication
import Rulebook
import Store
import Synchronization
import Vocabulary

/// Records that are being published: one at a time for a round, whoever asks.
final class RoundPublishers: Sendable {
    /// Where they are published to; nil where the server has no such place.
    let shelf: PublishedShelf?
    private let states = Mutex<[Slug: PublishPage.Doing]>([:])
    /// While the record is made somebody may record something else: then it is made again, so often.
    private static let tries = 5

    init(_ shelf: PublishedShelf?) {
        self.shelf = shelf
    }

    func doing(_ round: Slug) -> PublishPage.Doing? { states.withLock { $0[round] } }

    /// Begins to publish; does nothing where that has begun.
    ///
    /// - Throws: what would be refused in the end.
    func begin(_ round: Round, by author: Author, in store: Store, version: String, at moment: Moment) throws {
        guard let shelf else { throw PublishPage.withoutPlace }
        let rules = RulesInForce.shipped
        _ = try RecordPublication(round: round.id, digest: Manifest([]).digest).decide(
            RoundBefore(round: round, rulebook: rules.rulebook), by: author, at: moment)
        let place = try shelf.place(for: round)
        let isBegun = states.withLock { states in
            if case .running = states[round.id] { return false }
            states[round.id] = .running("gathering the record", share: 0)
            return true
        }
        guard isBegun else { return }
        var publisher = PublishRound(store, under: rules, version: version)
        publisher.progress = { [self] what, share in
            states.withLock { $0[round.id] = .running(what, share: share) }
        }
        let start = ContinuousClock.now
        Task.detached(priority: .utility) { [self, publisher] in
            do {
                for tried in 1...Self.tries {
                    let took = Int((ContinuousClock.now - start).components.seconds)
                    do {
                        _ = try publisher.publish(
                            round.id, to: place, by: author,
                            at: Moment(secondsSince1970: moment.secondsSince1970 + took))
                        break
                    } catch let refusal as Refusal where refusal.code == "journal-moved-on" && tried < Self.tries {
                        continue
                    }
                }
                states.withLock { $0[round.id] = nil }
            } catch let refusal as Refusal {
                states.withLock { $0[round.id] = .failed(refusal.told) }
            } catch {
                states.withLock { $0[round.id] = .failed("The record could not be published: \(error).") }
            }
        }
    }
}
