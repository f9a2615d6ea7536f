import Study

@main
struct Tripos {
  static func main() {}
}
