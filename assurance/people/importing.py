"""The posts that files name by their titles."""

from assurance.accounts.access import Permission
from assurance.imports.declaration import TitledRecords
from assurance.people import operations
from assurance.people.models.posts import Post
from assurance.runtime.typography import typographic

POSTS = TitledRecords(
    key="posts",
    noun="post",
    plural="posts",
    permission=Permission.KEEP_POSTS,
    by_title=lambda council: Post.objects.of(council).by_title(),
    new=lambda title: Post(title=typographic(title)),
    add=operations.add_posts,
)
