import Testing

@testable import Study

@Suite("The queue of a session")
struct SessionQueueTests {
  func next(_ queue: inout SessionQueue, at second: Int64 = 0, isOver: Bool = false) -> Int? {
    queue.next(at: second, isOver: isOver, isSpoiled: { _ in false })?.entry
  }

  @Test("A missed card comes back after eight others")
  func comesBack() {
    var queue = SessionQueue(Array(0..<20))
    #expect(next(&queue) == 0)
    queue.bringBack(0, at: 60, mustBeRecalled: true)
    let order = (0..<10).map { _ in next(&queue, at: 100) }
    #expect(order == [1, 2, 3, 4, 5, 6, 7, 8, 0, 9])
  }

  @Test("Nobody waits for a learning step")
  func doesNotWait() {
    var queue = SessionQueue([0, 1])
    _ = next(&queue)
    queue.bringBack(0, at: 600, mustBeRecalled: false)
    #expect(next(&queue) == 1)
    let pick = queue.next(at: 5, isOver: false, isSpoiled: { _ in false })
    #expect(pick == SessionQueue.Pick(entry: 0, isReturn: true, isFromMemory: true))
    #expect(next(&queue) == nil)
  }

  @Test("What is due later than twenty minutes is not asked, unless it was missed")
  func leavesLaterSteps() {
    var queue = SessionQueue([0, 1])
    _ = next(&queue)
    queue.bringBack(0, at: 5000, mustBeRecalled: false)
    _ = next(&queue)
    queue.bringBack(1, at: 5000, mustBeRecalled: true)
    #expect(queue.left == 1)
    #expect(next(&queue) == 1)
    #expect(next(&queue) == nil)
  }

  @Test("When the time is over only the missed cards are finished")
  func finishesMissedCards() {
    var queue = SessionQueue(Array(0..<5))
    _ = next(&queue)
    queue.bringBack(0, at: 60, mustBeRecalled: true)
    _ = next(&queue)
    queue.bringBack(1, at: 60, mustBeRecalled: false)
    #expect(next(&queue, isOver: true) == 0)
    #expect(next(&queue, isOver: true) == nil)
    #expect(queue.left == 3)
  }

  @Test("A card whose answer stands on the screen lets others go first")
  func avoidsSpoiledCards() {
    var queue = SessionQueue(Array(0..<3))
    let spoiled: Set = [0]
    let first = queue.next(at: 0, isOver: false, isSpoiled: { spoiled.contains($0) })
    #expect(first == SessionQueue.Pick(entry: 1, isReturn: false, isFromMemory: false))
    let second = queue.next(at: 0, isOver: false, isSpoiled: { _ in true })
    #expect(second == SessionQueue.Pick(entry: 0, isReturn: false, isFromMemory: true))
  }

  @Test("A card that is demanded is asked at once, though its answer stands on the screen")
  func asksDemandedCards() {
    var queue = SessionQueue(Array(0..<3))
    queue.putFirst(2)
    #expect(queue.left == 3)
    let pick = queue.next(at: 0, isOver: true, isSpoiled: { _ in true })
    #expect(pick == SessionQueue.Pick(entry: 2, isReturn: false, isFromMemory: true))
  }

  @Test("A card that is missed again and again with nothing else to ask waits for another day")
  func givesUp() {
    var queue = SessionQueue([0])
    var asked = 0
    while next(&queue) != nil {
      asked += 1
      queue.bringBack(0, at: 60, mustBeRecalled: true)
    }
    #expect(asked == SessionQueue.mostMisses)
  }

  @Test("Cards can be put first, put last and taken out")
  func moves() {
    var queue = SessionQueue(Array(0..<5))
    queue.putFirst(3)
    queue.putLast(0)
    queue.remove(1)
    #expect((0..<5).map { _ in next(&queue) } == [3, 2, 4, 0, nil])
  }
}
